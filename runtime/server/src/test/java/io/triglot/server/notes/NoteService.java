package io.triglot.server.notes;

import io.triglot.ApiOperation;
import io.triglot.runtime.OperationKind;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Keeps notes. */
@PermitAll
public class NoteService {
  private final SubmissionPublisher<Note> changes = new SubmissionPublisher<>();

  /** All notes. */
  @ApiOperation
  public List<Note> notes() {
    return List.of(new Note("1", "Milk"));
  }

  /** One note. */
  @ApiOperation
  public Note note(String id) {
    return new Note(id, "Milk");
  }

  /** Waits for the note after this one, which never comes. */
  @ApiOperation(kind = OperationKind.QUERY, timeoutMillis = 100)
  public Note nextNote(String id) throws InterruptedException {
    new CountDownLatch(1).await();
    return new Note(id, "");
  }

  /** Writes a note down. */
  @ApiOperation
  @RolesAllowed("writer")
  public Note createNote(String text) {
    Note note = new Note("2", text);
    changes.submit(note);
    return note;
  }

  /** Each note as it is written down. */
  @ApiOperation
  public Flow.Publisher<Note> noteChanges() {
    return changes;
  }

  /** How many streams of {@link #noteChanges} are open. */
  public int subscribers() {
    return changes.getNumberOfSubscribers();
  }
}
