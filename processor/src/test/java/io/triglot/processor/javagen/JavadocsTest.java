package io.triglot.processor.javagen;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.model.Doc;
import org.junit.jupiter.api.Test;

class JavadocsTest {
  @Test
  void keepsParagraphsAndCode() {
    assertThat(javadoc("One `List<T>`.\n\nTwo.")).isEqualTo("One {@code List<T>}.\n\n<p>Two.");
  }

  @Test
  void escapesWhatWouldEndOrBreakTheComment() {
    assertThat(javadoc("a */ b \\u0041 {@code x} <b> & @Nullable `*/` `}`"))
        .isEqualTo(
            "a *&#47; b &#92;u0041 &#123;&#64;code x} &lt;b&gt; &amp; &#64;Nullable `*&#47;` `}`");
  }

  private static String javadoc(String markdown) {
    return Javadocs.of(new Doc(markdown)).toString();
  }
}
