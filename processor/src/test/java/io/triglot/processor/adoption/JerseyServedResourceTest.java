package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An adopted resource, served by Jersey 3.1. */
class JerseyServedResourceTest extends ServedResource {
  @Override
  protected RestHost start(List<Object> components) {
    return JerseyHost.start(components);
  }

  @Test
  void generatesTheSameInEcj() {
    assertThat(RESOURCE.generatedByEcj()).isEqualTo(RESOURCE.compilation().generatedSources());
  }
}
