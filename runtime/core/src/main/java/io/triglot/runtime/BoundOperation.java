package io.triglot.runtime;

import java.lang.reflect.Method;

/**
 * An operation or batched field of a service instance.
 *
 * @param descriptor what is known of it at compile time
 * @param instance the user's object
 * @param method the user's method, of the class or interface that the instance is bound as
 * @param batch whether it is a batched field, whose argument no caller sends
 * @param names what callers call the values that they send
 */
public record BoundOperation(
    OperationDescriptor descriptor,
    Object instance,
    Method method,
    boolean batch,
    InputNames names) {}
