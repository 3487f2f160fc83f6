package io.triglot.runtime.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {
  @Property
  void decodesWhatItEncodes(@ForAll String text) {
    String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    String encoded = PercentEncoding.encodeSegment(wellFormed);

    assertThat(encoded).matches("[A-Za-z0-9._~%-]*");
    assertThat(PercentEncoding.decodeSegment(encoded)).isEqualTo(wellFormed);
  }

  @Test
  void takesAPlusSignForABlankInAQueryOnly() {
    assertThat(PercentEncoding.decodeQuery("a+b%2Bc")).isEqualTo("a b+c");
    assertThat(PercentEncoding.decodeSegment("a+b%2Bc")).isEqualTo("a+b+c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%4", "a%4", "%zz", "%C3", "%C3%28", "%FF", "%ED%A0%80", "%-1"})
  void refusesWhatIsNotPercentEncodedUtf8(String encoded) {
    assertThatIllegalArgumentException().isThrownBy(() -> PercentEncoding.decodeSegment(encoded));
  }
}
