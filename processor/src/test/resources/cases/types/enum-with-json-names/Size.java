public enum Size {
  @JsonProperty("s") SMALL,
  @JsonProperty("x-large") XL
}
