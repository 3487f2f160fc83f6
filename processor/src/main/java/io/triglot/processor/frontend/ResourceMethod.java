package io.triglot.processor.frontend;

import java.util.List;
import javax.lang.model.element.ExecutableElement;

/**
 * A method of a resource class that is to be an operation.
 *
 * @param method what is called
 * @param jaxRs the declaration whose JAX-RS annotations count: the method's own or, where it has
 *     none at all, that of the nearest superclass or interface which has some
 * @param verb the HTTP method
 * @param path the whole path template, that of the class included
 * @param overridden the method and what it overrides, nearest first
 */
record ResourceMethod(
    OperationMethod method,
    ExecutableElement jaxRs,
    String verb,
    String path,
    List<ExecutableElement> overridden) {}
