package io.triglot.conformance;

import io.triglot.ApiError;
import io.triglot.ApiOperation;
import io.triglot.ApiType;
import io.triglot.runtime.StatusCode;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

  /** A part of a task. */
  @ApiType
  public record Step(String text, boolean done) {}

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

  /** Tells the time. */
  @ApiOperation
  public Flow.Publisher<Instant> ticks() {
    return subscriber -> subscriber.onSubscribe(null);
  }
}
