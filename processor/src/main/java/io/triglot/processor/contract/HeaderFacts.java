package io.triglot.processor.contract;

import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.Locale;

/**
 * What callers of GraphQL and gRPC rely on beside their documents: the headers and cookies of an
 * operation, which they send, too, and which neither the SDL nor a {@code .proto} file has.
 */
public final class HeaderFacts {
  private static final String HEADER = "header ";
  private static final String COOKIE = "cookie ";

  private HeaderFacts() {}

  /**
   * Adds those of an operation.
   *
   * @param before what their members begin with: what tells the operations of a block apart
   */
  public static void add(FactSheet sheet, Fact block, String before, Operation operation) {
    for (Parameter parameter : operation.metadata()) {
      boolean required = !parameter.type().nullable() && parameter.otherwise().isEmpty();
      sheet.add(
          block,
          before + place(parameter.source().orElseThrow()),
          type(parameter.type().present().carrier()) + (required ? "!" : ""),
          parameter.origin());
    }
  }

  private static String place(Source source) {
    return source instanceof Source.Header header
        ? HEADER + header.name()
        : COOKIE + ((Source.Cookie) source).name();
  }

  private static String type(TypeRef type) {
    return type instanceof NamedRef named
        ? named.name().simpleName()
        : ((ScalarRef) type).scalar().name().toLowerCase(Locale.ROOT);
  }

  static boolean concern(Change change) {
    return (" " + change.member()).contains(" " + HEADER)
        || (" " + change.member()).contains(" " + COOKIE);
  }

  /** What a change of one of them does. */
  static Judgement judge(Change change) {
    if (change.isRemoved()) {
      return Judgement.safe(change); // what nobody reads does no harm
    }
    String now = change.after().orElseThrow();
    if (change.isAdded()) {
      return now.endsWith("!")
          ? Judgement.breaksClients(change, "clients do not send it yet")
          : Judgement.safe(change);
    }
    String before = change.before().orElseThrow();
    if (!now.replace("!", "").equals(before.replace("!", ""))) {
      return Judgement.breaksClients(change, "what clients send may be refused");
    }
    return now.endsWith("!")
        ? Judgement.breaksClients(change, "clients need not send it now, and may not")
        : Judgement.safe(change);
  }
}
