package io.triglot.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EntityTagsTest {
  @Property(tries = 500)
  void versionsComeBackFromTheirTags(@ForAll List<String> versions) {
    // Unpaired surrogates are no text, and no UTF-8 has them.
    List<String> texts =
        versions.stream().map(each -> each.replaceAll("[\\ud800-\\udfff]", "")).toList();
    String field = EntityTags.list(texts);

    assertThat(EntityTags.isField(field)).isTrue();
    assertThat(field).matches("[ -~]*");
    assertThat(EntityTags.strong(field)).isEqualTo(texts);
  }

  @Property(tries = 500)
  void noFieldIsTooStrange(@ForAll String field, @ForAll String version) {
    EntityTags.strong(field);
    boolean any = field.strip().equals("*");
    assertThat(EntityTags.haveWeakly(field, EntityTags.of(version)))
        .isEqualTo(any || field.contains(EntityTags.of(version)));
  }

  @Test
  void weakTagsMatchWeaklyOnly() {
    assertThat(EntityTags.strong("W/\"1\", \"2\"")).containsExactly("2");
    assertThat(EntityTags.haveWeakly("W/\"1\"", "\"1\"")).isTrue();
    assertThat(EntityTags.haveWeakly("\"1\"", "\"11\"")).isFalse();
    assertThat(EntityTags.isField("\"a\" \"b\"")).isFalse();
    assertThat(EntityTags.isField("1")).isFalse();
    assertThat(EntityTags.isField(", \"a,b\" ,, W/\"c\"")).isTrue();
  }
}
