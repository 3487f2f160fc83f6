public enum Grade {
  LOW(10), HIGH(20);

  private final int level;

  Grade(int level) {
    this.level = level;
  }

  @JsonValue
  public int level() {
    return level;
  }
}
