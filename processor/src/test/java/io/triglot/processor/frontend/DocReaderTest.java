package io.triglot.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.model.Doc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Plain text.                                | Plain text.",
        "{@code List<String>} of names              | `List<String>` of names",
        "{@code a {nested} brace}                   | `a {nested} brace`",
        "{@literal a < b}                           | a < b",
        "See {@link Product}.                       | See `Product`.",
        "{@link com.acme.shop.Order#find(String)}   | `Order.find(String)`",
        "{@link #find(String, int) the search}      | `the search`",
        "{@linkplain Order an order}                | an order",
        "{@return the price}                        | Returns the price.",
        "<b>bold</b> and <em>soft</em>              | **bold** and *soft*",
        "<code>a &lt; b</code>                      | `a < b`",
        "a <a href=\"https://x.org/y\">page</a>     | a [page](https://x.org/y)",
        "a List&lt;String&gt; &amp; more            | a List\\<String> & more",
        "a List<String> of text                     | a List\\<String> of text",
        "5 &lt; 6 &mdash; &#64; &#x40;              | 5 < 6 — @ @",
        "`Map<K, V>` in Markdown                    | `Map<K, V>` in Markdown",
        "gone <!-- not this --> here                | gone  here",
        "an {@code open brace                       | an `open brace`",
        "{@link Order the {@code new} order}        | `the new order`",
        "{@linkplain Order}                         | Order",
        "{@index \"two words\" and more}             | two words",
        "{@code a``b} and {@code }                  | ``` a``b ``` and",
        "{@value #MAX} and {@value %d Limits#MIN}   | `MAX` and `Limits.MIN`",
        "<code>never closed                         | `never closed`",
        "{@unknown kept}                            | kept",
      })
  void turnsInlineJavadocIntoMarkdown(String javadoc, String markdown) {
    assertThat(DocReader.parse(javadoc).text().text()).isEqualTo(markdown);
  }

  @Test
  void turnsBlocksIntoMarkdown() {
    String comment =
        """
         First line,
         second line.

         <p>A paragraph.
         <ul>
           <li>one
               and more
           <li>two
         </ul>
         <pre>{@code
           List<String> names =
               List.of("@a");
           @Override
         }</pre>
         <ol><li><p>first</p></li><li>second</li></ol>
         End.
        """;

    assertThat(DocReader.parse(comment).text().text())
        .isEqualTo(
            """
            First line,
            second line.

            A paragraph.

            - one
              and more
            - two

            ```
            List<String> names =
                List.of("@a");
            @Override
            ```

            1. first
            1. second

            End.""");
  }

  @Test
  void showsTheCodeOfSnippets() {
    String comment =
        """
         Like this:
         {@snippet lang="java" id='a:b' :
           // @start region="x"
           var page = find("a"); // @highlight substring="find"
           use(page);
           // @end
         }
         {@snippet file="Other.java"}
        """;

    assertThat(DocReader.parse(comment).text().text())
        .isEqualTo(
            """
            Like this:

            ```java
            var page = find("a");
            use(page);
            ```""");
  }

  @Test
  void keepsWhatIsNotClosed() {
    assertThat(DocReader.parse("A <table><tr><td>b<td>c<pre>d ``` e").text().text())
        .contains("d ``` e", "| b |");
  }

  @Test
  void takesBlockTagsApart() {
    DocComment comment =
        DocReader.parse(
            """
             Finds one.

             @param id the id,
                 in two lines
             @param <T> a type
             @return the {@code Product}
             @throws NotFound if there is none
             @exception com.acme.Other otherwise
             @since 1.0
             @deprecated use {@link #get(String)}
            """);

    assertThat(comment.text()).isEqualTo(new Doc("Finds one."));
    assertThat(comment.parameter("id")).isEqualTo(new Doc("the id,\nin two lines"));
    assertThat(comment.parameter("missing")).isEqualTo(Doc.NONE);
    assertThat(comment.result()).isEqualTo(new Doc("the `Product`"));
    assertThat(comment.exceptions()).containsOnlyKeys("NotFound", "com.acme.Other");
    assertThat(comment.deprecated()).contains(new Doc("use `get(String)`"));
  }

  @Test
  void takesWhatIsReturnedAsSummaryWhereThereIsNoOther() {
    assertThat(DocReader.parse(" @return the price").summary()).isEqualTo(new Doc("the price"));
  }

  @Test
  void readsWindowsLineEnds() {
    assertThat(DocReader.parse(" One.\r\n Two.\r\n @return x\r\n").text())
        .isEqualTo(new Doc("One.\nTwo."));
  }
}
