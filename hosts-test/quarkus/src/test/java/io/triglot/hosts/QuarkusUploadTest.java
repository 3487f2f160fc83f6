package io.triglot.hosts;

import io.triglot.processor.backend.rest.RestHost;
import io.triglot.processor.backend.rest.UploadBehaviour;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Content that clients send, on Quarkus. */
class QuarkusUploadTest extends UploadBehaviour {
  private static final String NO_PARTS = "Quarkus REST has no reader of EntityPart: it answers 501";

  @Override
  protected RestHost.Starter starter() {
    return new QuarkusHost.Starter();
  }

  @Override
  @Test
  @Disabled(NO_PARTS)
  protected void isAPartBesideFields() {}

  @Override
  @Test
  @Disabled(NO_PARTS)
  protected void isToldWhatAFormDoesNotHave() {}

  @Override
  @Test
  @Disabled(NO_PARTS)
  protected void refusesWhatIsNoForm() {}

  @Override
  @Test
  @Disabled(NO_PARTS)
  protected void refusesTooManyParts() {}
}
