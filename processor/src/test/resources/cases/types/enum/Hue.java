/** How light it is. */
public enum Hue { LIGHT, DARK }
