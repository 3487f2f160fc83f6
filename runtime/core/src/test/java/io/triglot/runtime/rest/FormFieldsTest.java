package io.triglot.runtime.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Upload;
import io.triglot.runtime.http.FormParts;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fields of a form whose parts somebody else has read. */
class FormFieldsTest {
  @Test
  void areAtMostAHundredWhoeverReadsThem() {
    assertThat(new FormFields(parts(100)).files("a")).hasSize(100);
    assertThatThrownBy(() -> new FormFields(parts(101)))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("The form has more than 100 parts");
  }

  private static FormParts parts(int count) {
    FormParts.FormPart part = new FormParts.FormPart("a", Upload.of("text/plain", new byte[1]));
    return new FormParts() {
      @Override
      public List<FormPart> parts() {
        return Collections.nCopies(count, part);
      }

      @Override
      public void close() {}
    };
  }
}
