package io.triglot.conformance;

import io.triglot.ApiBatch;
import io.triglot.ApiError;
import io.triglot.ApiField;
import io.triglot.ApiOperation;
import io.triglot.ApiType;
import io.triglot.ExpectedVersion;
import io.triglot.Patch;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.StatusCode;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Operations of every form, for the kit to be tested with. */
@RolesAllowed("**")
public class Tasks {
  /** How urgent a task is. */
  @ApiType
  public enum Urgency {
    LOW,
    HIGH
  }

  /** A piece of work. */
  @ApiType
  public record Task(UUID id, String title, Urgency urgency) {}

  /** Work to be done. */
  @ApiType
  public record TaskInput(
      UUID id,
      String title,
      Urgency urgency,
      BigDecimal effort,
      Instant due,
      Map<String, Integer> hours,
      List<Step> steps,
      @Nullable String note) {}

  /** What changes of a task. */
  @ApiType
  public record TaskPatch(
      Patch<@Size(max = 20) String> title,
      Patch<Urgency> urgency,
      Patch<@Nullable String> note,
      Patch<List<Step>> steps) {}

  /** A part of a task. */
  @ApiType
  public record Step(String text, boolean done) {}

  /** A task that is not one yet. */
  @ApiType
  public record Draft(UUID id, Urgency urgency, @ApiField(version = true) long version) {}

  /** There is no such task. */
  @ApiError(StatusCode.NOT_FOUND)
  public static class TaskNotFound extends Exception {
    private static final long serialVersionUID = 1L;
    private final String id;
    private final int tasks;

    /** Not found among so many. */
    public TaskNotFound(String id, int tasks) {
      super("Task not found");
      this.id = id;
      this.tasks = tasks;
    }

    /** The id. */
    public String getId() {
      return id;
    }

    /** Named like a member that every error has. */
    public String getReason() {
      return "a reason of its own";
    }

    /** How many tasks there are. */
    public int getTasks() {
      return tasks;
    }
  }

  /** What stops a task. */
  @ApiType
  public sealed interface Obstacle permits Weather, Absence {}

  /** Rain, for example. */
  @ApiType
  public record Weather(@Size(min = 1, max = 20) String kind, Urgency urgency)
      implements Obstacle {}

  /** Of a person. */
  @ApiType
  public record Absence(UUID person, @Min(1) int days) implements Obstacle {}

  /** A part of a report. */
  @ApiType
  public record Note(UUID task, @Size(max = 10) String text, Urgency urgency) {}

  /** A task cannot be done yet. */
  @ApiError(StatusCode.FAILED_PRECONDITION)
  public static class TaskBlocked extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient BigDecimal effort;
    private final Instant since;
    private final Urgency urgency;
    private final transient List<Urgency> others;
    private final transient Map<String, Integer> hours;
    private final LocalDate until;
    private final Duration retryAfter;

    /** Blocked by so much. */
    public TaskBlocked(
        BigDecimal effort,
        Instant since,
        Urgency urgency,
        List<Urgency> others,
        Map<String, Integer> hours,
        LocalDate until,
        Duration retryAfter) {
      super("Task blocked");
      this.effort = effort;
      this.since = since;
      this.urgency = urgency;
      this.others = others;
      this.hours = hours;
      this.until = until;
      this.retryAfter = retryAfter;
    }

    /** What is left to do. */
    public BigDecimal getEffort() {
      return effort;
    }

    /** Since when. */
    public Instant getSince() {
      return since;
    }

    /** How urgent it is. */
    public Urgency getUrgency() {
      return urgency;
    }

    /** How urgent others are. */
    public List<Urgency> getOthers() {
      return others;
    }

    /** Who has spent how many. */
    public Map<String, Integer> getHours() {
      return hours;
    }

    /** Until when. */
    public LocalDate getUntil() {
      return until;
    }

    /** When to try again. */
    public Duration getRetryAfter() {
      return retryAfter;
    }
  }

  /** Finds one. */
  @PermitAll
  @ApiOperation
  public Task task(UUID id) throws TaskNotFound {
    throw new TaskNotFound(id.toString(), 0);
  }

  /** Counts them. */
  @ApiOperation(timeoutMillis = 300)
  public int count(@Nullable Urgency urgency, List<Integer> years) {
    return years.size();
  }

  /** Adds one. */
  @RolesAllowed("editor")
  @ApiOperation
  public CompletionStage<Task> addTask(TaskInput input) throws TaskNotFound {
    return CompletableFuture.completedFuture(new Task(input.id(), input.title(), input.urgency()));
  }

  /** Changes one. */
  @RolesAllowed("editor")
  @ApiOperation
  public Task patchTask(UUID id, @Valid TaskPatch patch) {
    return new Task(id, patch.title().orElse("title"), patch.urgency().orElse(Urgency.LOW));
  }

  /** Finds a draft. */
  @ApiOperation
  public Draft draft(UUID id) throws TaskNotFound {
    throw new TaskNotFound(id.toString(), 0);
  }

  /** Changes a draft of which a version is known. */
  @RolesAllowed("editor")
  @ApiOperation
  public Draft updateDraft(UUID id, Urgency urgency, ExpectedVersion expected) {
    expected.require(1);
    return new Draft(id, urgency, 2);
  }

  /** Forgets all. */
  @DenyAll
  @ApiOperation
  public boolean deleteAll(Urgency urgency, int limit) {
    return true;
  }

  /** Waits for one. */
  @ApiOperation(timeoutMillis = 300)
  public CompletionStage<Task> findLate(UUID id) {
    return new CompletableFuture<>();
  }

  /** Tells of changes. */
  @RolesAllowed("editor")
  @ApiOperation(timeoutMillis = 300)
  public Flow.Publisher<Task> changes(@Nullable Instant since) throws TaskNotFound {
    return subscriber -> subscriber.onSubscribe(null);
  }

  /** Says what stops one. */
  @RolesAllowed("editor")
  @ApiOperation
  public Task updateObstacle(UUID id, @Valid Obstacle obstacle) throws TaskBlocked {
    throw new TaskBlocked(
        BigDecimal.ONE,
        Instant.EPOCH,
        Urgency.LOW,
        List.of(),
        Map.of(),
        LocalDate.EPOCH,
        Duration.ZERO);
  }

  /** Adds what was noted. */
  @RolesAllowed("editor")
  @ApiOperation
  public int addNotes(Flow.Publisher<@Valid Note> notes) throws TaskBlocked {
    return 0;
  }

  /** Adds what was noted, of one person. */
  @ApiOperation(timeoutMillis = 300)
  public CompletionStage<Integer> addNotesOf(UUID person, Flow.Publisher<@Valid Note> notes) {
    return new CompletableFuture<>();
  }

  /** Adds what was noted, and says what it knows of the tasks. */
  @ApiOperation
  public Flow.Publisher<Task> addNotesLive(Flow.Publisher<@Valid Note> notes) throws TaskBlocked {
    return subscriber -> subscriber.onSubscribe(null);
  }

  /** Knows a task only on GraphQL. */
  @ApiOperation(protocols = Protocol.GRAPHQL)
  public Task findByNote(@Valid Note note) {
    return new Task(note.task(), note.text(), note.urgency());
  }

  /** Who does it. */
  @ApiBatch
  public Map<Task, String> assignee(Set<Task> tasks) throws TaskNotFound {
    return Map.of();
  }

  /** What it has cost, for few. */
  @RolesAllowed("editor")
  @ApiBatch
  public CompletionStage<List<BigDecimal>> costs(List<Task> tasks) {
    return CompletableFuture.completedFuture(List.of());
  }

  /** Tells the time. */
  @ApiOperation
  public Flow.Publisher<Instant> ticks() {
    return subscriber -> subscriber.onSubscribe(null);
  }
}
