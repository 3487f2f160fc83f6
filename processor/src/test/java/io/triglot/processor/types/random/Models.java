package io.triglot.processor.types.random;

import io.triglot.processor.types.random.Model.Choice;
import io.triglot.processor.types.random.Model.Family;
import io.triglot.processor.types.random.Model.Json;
import io.triglot.processor.types.random.Model.Presence;
import io.triglot.processor.types.random.Model.Property;
import io.triglot.processor.types.random.Model.Structure;
import io.triglot.processor.types.random.Model.Style;
import io.triglot.processor.types.random.Model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random models. The first type is an enum, the last a family; a structure needs a value only of
 * types before it, so that every type has values that end.
 */
final class Models {
  /** Names that a user may well choose, and that generated code may well have chosen too. */
  private static final String[] NAMES = {
    "name",
    "value",
    "size",
    "builder",
    "request",
    "call",
    "service",
    "calls",
    "in",
    "out",
    "json",
    "message",
    "previous",
    "result",
    "each",
    "key",
    "entry",
    "type",
    "index",
    "number",
    "context",
    "sent",
    "made",
    "fields",
    "tag",
    "limit",
    "writer",
    "reader",
    "body",
    "text",
    "string",
    "of",
    "productId",
    "address1",
    "a",
    "i",
    "equals",
    "environment",
    "arguments",
    "data"
  };

  private static final String[] CONSTANTS = {
    "NEW", "OLD", "VERY_OLD", "UNKNOWN", "A", "B2", "INSTANCE", "VALUES", "DEFAULT", "NULL"
  };

  private Models() {}

  static Arbitrary<Model> all() {
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(
            structures -> {
              List<Arbitrary<Type>> types = new ArrayList<>();
              types.add(choice());
              IntStream.rangeClosed(1, structures)
                  .forEach(i -> types.add(structure(i, structures)));
              types.add(family(structures));
              return Combinators.combine(types).as(each -> new Model(List.copyOf(each)));
            });
  }

  private static Arbitrary<Type> choice() {
    return Arbitraries.of(CONSTANTS)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .map(constants -> new Choice("Kind", constants));
  }

  private static Arbitrary<Type> family(int structures) {
    return Arbitraries.integers()
        .between(1, structures)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .map(members -> new Family("Family", members));
  }

  private static Arbitrary<Type> structure(int index, int last) {
    Arbitrary<List<String>> names =
        Arbitraries.of(NAMES).list().uniqueElements().ofMinSize(1).ofMaxSize(8);
    return Combinators.combine(Arbitraries.of(Style.class), names)
        .flatAs(
            (style, chosen) ->
                Combinators.combine(
                        chosen.stream().map(name -> property(name, index, last)).toList())
                    .as(properties -> new Structure("Thing" + index, style, properties)));
  }

  private static Arbitrary<Property> property(String name, int index, int last) {
    Arbitrary<Use> before = Arbitraries.integers().between(0, index - 1).map(Use.Named::new);
    Arbitrary<Use> any = Arbitraries.integers().between(0, last + 1).map(Use.Named::new);
    Arbitrary<Use> singles = Arbitraries.of(Atom.class).map(Use.Single::new);
    Arbitrary<Use> equal =
        Arbitraries.of(Atom.class).filter(Atom::hasEquality).map(Use.Single::new);
    Arbitrary<Use> elements = Arbitraries.oneOf(singles, any);
    Arbitrary<Use> several = elements.map(Use.Several::new);
    Arbitrary<Use> distinct =
        Arbitraries.oneOf(equal, Arbitraries.just((Use) new Use.Named(0))).map(Use.Distinct::new);
    Arbitrary<Use> keyed =
        Combinators.combine(Arbitraries.of(Atom.class).filter(Atom::isKey), elements)
            .as(Use.Keyed::new);
    Arbitrary<Property> required =
        Arbitraries.frequencyOf(
                Tuple.of(4, singles),
                Tuple.of(2, before),
                Tuple.of(1, several),
                Tuple.of(1, distinct),
                Tuple.of(1, keyed))
            .map(use -> new Property(name, use, Presence.REQUIRED, Json.NOTHING));
    Arbitrary<Property> mayLack =
        Combinators.combine(
                Arbitraries.oneOf(singles, any),
                Arbitraries.of(Presence.NULLABLE, Presence.OPTIONAL))
            .as((use, presence) -> new Property(name, use, presence, Json.NOTHING));
    return Combinators.combine(
            Arbitraries.oneOf(required, required, mayLack), Arbitraries.of(Json.class))
        .as((plain, json) -> new Property(plain.name(), plain.use(), plain.presence(), json));
  }
}
