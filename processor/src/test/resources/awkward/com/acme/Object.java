package com.acme;
@io.triglot.ApiType(name="Thing") public record Object(java.lang.String value) {}
