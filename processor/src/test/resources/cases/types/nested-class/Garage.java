public class Garage {
  private Garage() {}

  /** What stands in a garage. */
  public record Car(int seats) {}
}
