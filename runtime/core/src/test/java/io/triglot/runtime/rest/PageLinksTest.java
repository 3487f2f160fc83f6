package io.triglot.runtime.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Links to the pages beside one. */
class PageLinksTest {
  @Test
  void keepWhatElseIsAskedFor() {
    assertThat(PageLinks.of("name=a%20b&first=2&after=x&tag=1&tag=2", none(), Optional.of("y/z")))
        .isEqualTo(
            "<?name=a%20b&tag=1&tag=2&first=2>; rel=\"first\", "
                + "<?name=a%20b&tag=1&tag=2&first=2&after=y%2Fz>; rel=\"next\"");
  }

  @Test
  void turnRoundWithTheDirection() {
    assertThat(PageLinks.of("last=3&before=x", Optional.of("p"), Optional.of("n")))
        .isEqualTo(
            "<?first=3>; rel=\"first\", <?last=3&before=p>; rel=\"prev\", "
                + "<?first=3&after=n>; rel=\"next\"");
  }

  @Test
  void leadToTheFirstPageWhereThereIsNoOther() {
    assertThat(PageLinks.of("", none(), none())).isEqualTo("<?>; rel=\"first\"");
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
