package io.triglot.runtime;

/** As the processor would write a binding for the nested interface. */
public record BoundServiceTest_GreeterEcho(BoundServiceTest.Greeter service, Calls calls) {}
