package com.acme;
@io.triglot.ApiType(name="Text") public record String(java.lang.String value) {}
