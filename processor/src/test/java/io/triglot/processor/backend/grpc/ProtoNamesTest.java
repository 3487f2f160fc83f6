package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtoNamesTest {
  @Test
  void makesPackagesWithoutDomainAndWithVersion() {
    Map<String, String> expected =
        Map.of(
            "com.acme.shop", "acme.shop.v1",
            "de.acme", "acme.v1",
            "shop", "shop.v1",
            "com", "com.v1",
            "", "unnamed.v1",
            "io.acme.shop.v2", "acme.shop.v2",
            "com.v1", "v1.v1",
            "com.acmeShop.v1beta1", "acme_shop.v1beta1");
    expected.forEach(
        (javaPackage, name) -> assertThat(ProtoNames.packageName(javaPackage)).isEqualTo(name));
  }

  @Test
  void keepsAcronymsInTypesAndTakesThemApartInFields() {
    assertThat(ProtoNames.pascal("getURL_path")).isEqualTo("GetURLPath");
    assertThat(ProtoNames.snake("URLPath")).isEqualTo("url_path");
    assertThat(ProtoNames.snake("address1")).isEqualTo("address1");
    assertThat(ProtoNames.upperSnake("inTransit")).isEqualTo("IN_TRANSIT");
  }

  @Test
  void endsServicesInService() {
    assertThat(ProtoNames.service("Products")).isEqualTo("ProductsService");
    assertThat(ProtoNames.service("ProductService")).isEqualTo("ProductService");
  }

  @Test
  void refersToOtherPackagesSoThatProtobufFindsThem() {
    ProtoName money = new ProtoName("acme.money.v1", "Money");
    assertThat(money.from("acme.money.v1")).isEqualTo("Money");
    assertThat(money.from("acme.shop.v1")).isEqualTo("acme.money.v1.Money");
    assertThat(money.from("shop.acme.v1")).isEqualTo(".acme.money.v1.Money");
  }
}
