package io.triglot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaMethodTest {
  @Test
  void isFoundByItsNameAlone() {
    assertThat(new JavaMethod("name", null).in(Thing.class).getDeclaringClass())
        .isEqualTo(Thing.class);
  }

  @Test
  void isTheOverridingOneWithoutBridges() {
    assertThat(new JavaMethod("take", null).in(Thing.class).getParameterTypes())
        .containsExactly(String.class);
  }

  @Test
  void isFoundByItsParametersAmongSeveral() {
    assertThat(new JavaMethod("find", List.of(String.class)).in(Thing.class).getParameterTypes())
        .containsExactly(String.class);
    assertThat(new JavaMethod("find", List.of(int.class)).in(Thing.class).getParameterTypes())
        .containsExactly(int.class);
    assertThat(new JavaMethod("find", List.of(Object.class)).in(Thing.class).getParameterTypes())
        .containsExactly(Object.class);
  }

  @Test
  void isFoundWhereAGenericSuperclassHasIt() {
    assertThat(new JavaMethod("keep", List.of(String.class)).in(Thing.class).getDeclaringClass())
        .isEqualTo(Base.class);
  }

  @Test
  void isNotGuessed() {
    assertThatThrownBy(() -> new JavaMethod("find", null).in(Thing.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has 2 public methods");
    assertThatThrownBy(() -> new JavaMethod("lost", null).in(Thing.class))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Has a method of a type parameter. */
  public abstract static class Base<T> {
    /** Is not overridden. */
    public void keep(T value) {}

    /** Is overridden. */
    public abstract void take(T value);
  }

  /** Has methods of each kind. */
  public static class Thing extends Base<String> {
    /** The only one. */
    public String name() {
      return "thing";
    }

    @Override
    public void take(String value) {}

    /** One of several. */
    public void find(String key) {}

    /** One of several. */
    public void find(int key) {}

    /** One of several. */
    public void find(Object key) {}
  }
}
