import io.triglot.*;
public class Def {
  public record Größe(@ApiField(name="wert") String größe, @ApiField(name="c") String ç) {}
  public static class A { public static class B { public static class C { public record D(String x) {}
    public static class Deep { @ApiOperation public D createD(D d) { return d; } } } } }
  @ApiOperation public String findName(String name) { return name; }
}
