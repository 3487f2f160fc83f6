import io.triglot.ApiBatch;
import io.triglot.ApiError;
import io.triglot.ApiOperation;
import io.triglot.ApiService;
import io.triglot.runtime.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.NullMarked;

/** Everything is nested, in the unnamed package, and named like what generated code uses. */
@NullMarked
public interface Outer {
  /** Closes with {@code *&#47;} and a backslash-u: &#92;u0041 */
  @ApiService(name = "Things")
  interface Inner {
    @ApiOperation
    List<Call> getCalls(String call, int service, long request);

    @ApiOperation(name = "class")
    Call getClassOf(String calls);

    @Deprecated
    @ApiOperation(blocking = false)
    void deleteAll() throws Gone;

    @ApiBatch
    CompletionStage<Map<Call, String>> title(List<Call> calls);
  }

  /** A name that the runtime has too. */
  record Call(String error, String message, String details) {}

  /** Is no more. */
  @Deprecated
  @ApiError(value = StatusCode.NOT_FOUND, reason = "IS_GONE")
  class Gone extends Exception {
    private static final long serialVersionUID = 1;

    /** Why, in words. */
    public String details() {
      return "";
    }

    public String getMessageKey() {
      return "";
    }
  }
}
