package io.triglot.processor.frontend;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The character references of HTML that occur in Javadoc (HTML 4.01, section 24, in parts). */
final class CharacterReferences {
  /** In the order of the characters, from U+00A0. */
  private static final String LATIN_1 =
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
      deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
      Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute
      Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml
      Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml
      igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave
      uacute ucirc uuml yacute thorn yuml""";

  private static final String OTHERS =
      """
      lt < gt > amp & quot " apos ' ensp \u2002 emsp \u2003 thinsp \u2009 ndash – mdash — lsquo ‘
      rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′
      lsaquo ‹ rsaquo › euro € trade ™ larr ← uarr ↑ rarr → darr ↓ harr ↔ rArr ⇒ hArr ⇔ forall ∀
      exist ∃ empty ∅ isin ∈ notin ∉ sum ∑ minus − radic √ infin ∞ and ∧ or ∨ cap ∩ cup ∪ asymp ≈
      ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ alpha α beta β gamma γ
      delta δ Delta Δ epsilon ε lambda λ mu μ pi π sigma σ Sigma Σ tau τ omega ω Omega Ω""";

  private static final Map<String, String> NAMED = named();

  private CharacterReferences() {}

  /**
   * The character of a reference such as {@code lt}, {@code #64} or {@code #x40}.
   *
   * @return empty where there is no such character, or where it is none for a document
   */
  static Optional<String> find(String reference) {
    if (reference.matches("#\\d{1,7}")) {
      return character(Integer.parseInt(reference.substring(1)));
    }
    return reference.matches("#[xX]\\p{XDigit}{1,6}")
        ? character(Integer.parseInt(reference.substring(2), 16))
        : Optional.ofNullable(NAMED.get(reference));
  }

  private static Optional<String> character(int codePoint) {
    return Character.isValidCodePoint(codePoint)
        ? Optional.of(Character.toString(codePoint))
        : Optional.empty();
  }

  private static Map<String, String> named() {
    Map<String, String> named = new HashMap<>();
    String[] latin = LATIN_1.split("\\s+");
    for (int i = 0; i < latin.length; i++) {
      named.put(latin[i], Character.toString(0xA0 + i));
    }
    String[] others = OTHERS.split("[ \n]+");
    for (int i = 0; i < others.length; i += 2) {
      named.put(others[i], others[i + 1]);
    }
    named.put("nbsp", " ");
    named.put("shy", "");
    return Map.copyOf(named);
  }
}
