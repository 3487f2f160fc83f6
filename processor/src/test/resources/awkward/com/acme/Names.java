package com.acme;
import io.triglot.*;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.Protocol;
import java.util.*;
import java.util.concurrent.*;
/** Awkward names. */
public class Names {
  public record Odd(java.lang.String builder, int value, List<java.lang.String> size, java.lang.String class_, java.lang.String in, java.lang.String out, java.lang.String previous, java.lang.String message, java.lang.String result, java.lang.String number, java.lang.String path, java.lang.String schema, java.lang.String name, java.lang.String object, java.lang.String input, java.lang.String i, java.lang.String l, java.lang.String O) {}
  public static class BeanOdd {
    private java.lang.String class_ = ""; private boolean is; private java.lang.String get = "";
    public java.lang.String getClass_() { return class_; } public void setClass_(java.lang.String v) { class_ = v; }
    public java.lang.String getIn() { return class_; } public void setIn(java.lang.String v) { class_ = v; }
    public java.lang.String getResult() { return class_; } public void setResult(java.lang.String v) { class_ = v; }
    public java.lang.String getDefault() { return class_; } public void setDefault(java.lang.String v) { class_ = v; }
    public java.lang.String getX() { return class_; } public void setX(java.lang.String v) { class_ = v; }
  }
  public enum Words { call, request, INSTANCE, value, values_, String, Object, name_, A, a_b }
  @ApiOperation public Odd createOdd(Odd call) { return call; }
  @ApiOperation public BeanOdd createBeanOdd(BeanOdd request) { return request; }
  @ApiOperation public java.lang.String findA(java.lang.String call, java.lang.String request, java.lang.String service, java.lang.String calls, java.lang.String in, java.lang.String out, java.lang.String previous) { return call; }
  @ApiOperation public java.lang.String findB(java.lang.String a, java.lang.String b, java.lang.String e, java.lang.String i, java.lang.String x, java.lang.String o, java.lang.String t) { return a; }
  @ApiOperation public java.lang.String findC(java.lang.String response, java.lang.String exchange, java.lang.String body, java.lang.String value, java.lang.String result, java.lang.String element, java.lang.String names, java.lang.String environment, java.lang.String context) { return body; }
  @ApiOperation public List<Words> createD(List<Words> words, Set<Integer> list, Words word) { return words; }
  @ApiOperation public Map<java.lang.String, Odd> findE(java.lang.String map, java.lang.String entry, java.lang.String key, java.lang.String item, java.lang.String items) { return Map.of(); }
  @ApiOperation public CompletionStage<java.lang.String> createStage(java.lang.String stage, java.lang.String future, CallContext call) { return CompletableFuture.completedFuture(stage); }
  @ApiOperation public Flow.Publisher<Odd> listen(java.lang.String publisher, java.lang.String subscriber, java.lang.String arguments, java.lang.String fields) { return null; }
  @ApiOperation public void setClass(java.lang.String hashCode, java.lang.String toString, java.lang.String getClass, java.lang.String notify, java.lang.String clone, java.lang.String wait) {}
  @ApiOperation(name = "class") public java.lang.String getKlass(java.lang.String schema, java.lang.String json, java.lang.String reader, java.lang.String writer) { return ""; }
  @ApiOperation public java.lang.String findWait() { return ""; }
  @ApiOperation(protocols = Protocol.GRPC) public java.lang.String createUpload(Flow.Publisher<java.lang.String> call, java.lang.String request) { return ""; }
  @ApiBatch public Map<Odd, java.lang.String> call(Set<Odd> calls) { return Map.of(); }
  @ApiBatch public List<java.lang.String> service(List<Odd> keys, CallContext environment) { return List.of(); }
}
