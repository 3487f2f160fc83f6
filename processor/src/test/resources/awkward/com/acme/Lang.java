package com.acme;
import io.triglot.*;
public interface Lang {
  record List(String name, Object object) {}
  record Override(java.util.List<Integer> i) {}
  record Integer(int i) {}
  enum Calls { CALLS }
  record CallContext(Calls c) {}
  record WireReader(Calls c) {}
  record Operation(Map m, Set s, Optional o, Generated g) {}
  record Map(int i) {} record Set(int i) {} record Optional(int i) {} record Generated(int i) {}
  record Response(int i) {} record Flow(int i) {} record SuppressWarnings(int i) {} record Exception(int i) {} record Long(int i) {} record Math(int i) {}
  record GraphQLObjectType(int i) {} record JsonReader(int i) {}  record Path(int i) {} record UUID(java.util.UUID id, java.time.Instant in) {}
  @ApiOperation List createList(List in, String s, Object o);
  @ApiOperation Override createOverride(Override in);
  @ApiOperation Operation createOperation(Operation in);
  @ApiOperation java.util.List<Integer> createIntegers(java.util.List<Integer> in);
  @ApiOperation java.util.Map<java.lang.String, CallContext> createContexts(CallContext c, WireReader r);
  @ApiOperation Response createResponse(Response r, Flow f, SuppressWarnings w, Exception e, Long l, Math m);
  @ApiOperation GraphQLObjectType createType(GraphQLObjectType t, JsonReader r, Path p, UUID u);
  @ApiOperation java.util.concurrent.Flow.Publisher<Flow> flows(java.lang.String f);
}
