package io.triglot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundServiceTest {
  /** Stands for a user's interface with operations. */
  public interface Greeter {}

  /** Stands for what the processor writes for it. */
  public record Binding(Greeter service, Calls calls) {}

  static class PlainGreeter implements Greeter {}

  /** As a container's proxy by subclass has it. */
  static class SubclassProxy extends PlainGreeter {}

  @Test
  void findsTheContractOfAnInterfaceBehindClassSubclassAndProxy() {
    Object dynamic =
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Greeter.class}, (p, m, a) -> null);

    for (Object instance : List.of(new PlainGreeter(), new SubclassProxy(), dynamic)) {
      BoundService bound = BoundService.of(instance);
      assertThat(bound.type()).isEqualTo(Greeter.class);
      assertThat(bound.contract().service()).isEqualTo("Greeter");
    }
  }

  @Test
  void makesTheBindingOfAProtocolForTheInstance() {
    PlainGreeter greeter = new PlainGreeter();
    Api api = Api.of(greeter);

    List<BoundServiceTest_GreeterEcho> bindings =
        api.bindings("Echo", BoundServiceTest_GreeterEcho.class);

    assertThat(bindings).hasSize(1);
    assertThat(bindings.get(0).service()).isSameAs(greeter);
    assertThat(bindings.get(0).calls()).isSameAs(api.calls());
  }

  @Test
  void hasNoBindingForAProtocolThatTheServiceIsNotOfferedOn() {
    assertThat(Api.of(new PlainGreeter()).bindings("Telex", Object.class)).isEmpty();
  }

  @Test
  void tellsWhatToAddWhenNothingWasGenerated() {
    assertThatThrownBy(() -> Api.of("not a service"))
        .isInstanceOf(MissingBindingException.class)
        .hasMessageContaining("java.lang.String has no generated binding")
        .hasMessageContaining("annotationProcessorPaths");
  }
}
