package io.triglot.runtime.validation;

import io.triglot.runtime.BoundOperation;
import io.triglot.runtime.InputName;
import io.triglot.runtime.Protocol;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says where the values at fault are in a request, in the form in which the protocol's own binding
 * says it: {@code order.items[3].price}.
 *
 * @param parameters the parameters of the operation's method
 * @param values their values in this call
 * @param streamed what a value is called that the caller streams
 */
record InputPaths(
    BoundOperation operation,
    Protocol protocol,
    MethodParameters parameters,
    @Nullable Object[] values,
    String streamed) {

  /** The path of the value that a violation is about; empty for the request as a whole. */
  String of(ConstraintViolation<Object> violation) {
    InputPath path = new InputPath(operation.names(), protocol);
    List<Path.Node> nodes = nodes(violation);
    for (int i = 0; i < nodes.size(); i++) {
      Path.Node node = nodes.get(i);
      if (node.getKind() == ElementKind.PARAMETER) {
        int parameter = node.as(Path.ParameterNode.class).getParameterIndex();
        argument(path, parameter);
      } else if (node.getKind() != ElementKind.METHOD
          && node.getKind() != ElementKind.CROSS_PARAMETER) {
        step(path, node, i == nodes.size() - 1 ? violation : null);
      }
    }
    return path.toString();
  }

  private static List<Path.Node> nodes(ConstraintViolation<Object> violation) {
    List<Path.Node> nodes = new ArrayList<>();
    violation.getPropertyPath().forEach(nodes::add);
    return nodes;
  }

  private void argument(InputPath path, int parameter) {
    int argument = parameters.argument(parameter);
    if (argument >= 0) {
      String name = operation.descriptor().parameters().get(argument);
      InputName told = operation.names().argument(operation.descriptor(), name);
      path.enter(told, values[parameter]);
    } else {
      path.enter(InputName.of(streamed), values[parameter]);
    }
  }

  /**
   * Goes on to a node: into the container that it is an element of, if it is one, and then to the
   * property that it is, if it is one.
   *
   * @param violation the violation, if the node is the one that it is about
   */
  private static void step(
      InputPath path, Path.Node node, @Nullable ConstraintViolation<Object> violation) {
    boolean isProperty = node.getKind() == ElementKind.PROPERTY;
    boolean isKey = "<map key>".equals(node.getName());
    if (node.isInIterable()) {
      Integer index = node.getIndex();
      Object key = node.getKey();
      if (index != null) {
        path.element(index);
      } else if (key != null) {
        path.entry(key, isKey);
      } else if (violation != null) {
        path.elementThatIs(isProperty ? violation.getLeafBean() : violation.getInvalidValue());
      } else {
        path.anyElement();
      }
    }
    if (isProperty) {
      path.property(node.getName());
    }
  }
}
