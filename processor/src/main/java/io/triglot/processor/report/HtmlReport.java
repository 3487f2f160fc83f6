package io.triglot.processor.report;

import io.triglot.processor.report.ServiceReport.Entry;
import io.triglot.processor.report.ServiceReport.Failure;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report of a module as one page of HTML that needs nothing else: no network, no script. Each
 * operation is an article with an address of its own.
 */
final class HtmlReport {
  private HtmlReport() {}

  /** The report of these services, in their order. */
  static String of(Collection<ServiceReport> services) {
    return HtmlFrame.HEAD
        + contents(services)
        + services.stream().map(HtmlReport::section).collect(Collectors.joining())
        + HtmlFrame.FOOT;
  }

  private static String contents(Collection<ServiceReport> services) {
    return services.stream()
        .map(HtmlReport::content)
        .collect(
            Collectors.joining("", "<nav aria-label=\"Services\">\n<ul>\n", "</ul>\n</nav>\n"));
  }

  private static String content(ServiceReport service) {
    return "<li><a href=\"#"
        + escaped(service.java())
        + "\">"
        + escaped(service.name())
        + "</a> <small>"
        + service.entries().size()
        + "</small></li>\n";
  }

  private static String section(ServiceReport service) {
    String id = escaped(service.java());
    return "<section aria-labelledby=\""
        + id
        + "\">\n<h2 id=\""
        + id
        + "\">"
        + escaped(service.name())
        + "</h2>\n<p class=\"soft\">"
        + code(service.java())
        + "</p>\n"
        + DocHtml.of(service.doc())
        + deprecation(service.deprecation())
        + service.entries().stream()
            .map(entry -> article(service, entry))
            .collect(Collectors.joining())
        + "</section>\n";
  }

  private static String article(ServiceReport service, Entry entry) {
    String id = escaped(service.java() + "." + entry.name());
    return "<article aria-labelledby=\""
        + id
        + "\">\n<h3 id=\""
        + id
        + "\"><a href=\"#"
        + id
        + "\">"
        + escaped(entry.name())
        + "</a></h3>\n<p>"
        + code(entry.signature())
        + "</p>\n"
        + DocHtml.of(entry.doc())
        + deprecation(entry.deprecation())
        + "<dl>\n"
        + ProtocolNames.in(List.of(entry)).stream()
            .map(
                backend ->
                    fact(
                        ProtocolNames.of(backend),
                        code(entry.addresses().getOrDefault(backend, ""))))
            .collect(Collectors.joining())
        + fact("For", escaped(entry.access()))
        + failures(entry)
        + "</dl>\n</article>\n";
  }

  private static String failures(Entry entry) {
    String failures =
        entry.errors().stream().map(HtmlReport::failure).collect(Collectors.joining("<br>"));
    return failures.isEmpty() ? "" : fact("Fails with", failures);
  }

  private static String failure(Failure failure) {
    return code(failure.reason()) + " <span class=\"soft\">" + escaped(failure.code()) + "</span>";
  }

  private static String fact(String name, String content) {
    return "<dt>" + escaped(name) + "</dt><dd>" + content + "</dd>\n";
  }

  private static String deprecation(String markdown) {
    return markdown.isEmpty() ? "" : "<div class=\"warning\">" + DocHtml.of(markdown) + "</div>\n";
  }

  private static String code(String text) {
    return "<code>" + escaped(text) + "</code>";
  }

  /** Text as it may stand in HTML, in elements and in attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
