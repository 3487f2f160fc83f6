package io.triglot.server;

import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.server.page.ApiListing;
import io.triglot.server.page.StartPage;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of the start page, whose calls have the address by which the reader has come. The page
 * is made when somebody asks for it first.
 */
final class StartPath implements HttpEndpoint {
  private static final Pattern AUTHORITY = Pattern.compile("([\\w.-]+|\\[[\\da-fA-F:.]+])(:\\d+)?");

  private final Supplier<ApiListing> listing;
  private final boolean tls;
  private volatile @Nullable Rendered rendered;

  private record Rendered(String html, int grpcPort) {}

  /**
   * The endpoint.
   *
   * @param listing makes what is listed
   * @param tls whether the gRPC port speaks TLS
   */
  StartPath(Supplier<ApiListing> listing, boolean tls) {
    this.listing = listing;
    this.tls = tls;
  }

  @Override
  public Exchange accept(HttpRequest request) {
    return new Fixed(() -> page(request), true).accept(request);
  }

  private HttpResponse page(HttpRequest request) {
    Rendered page = rendered;
    if (page == null) {
      ApiListing api = listing.get();
      page = new Rendered(StartPage.render(api), api.grpcPort());
      rendered = page;
    }
    Matcher authority = AUTHORITY.matcher(request.header("Host").orElse(""));
    boolean known = authority.matches();
    String http = request.scheme() + "://" + (known ? authority.group() : "localhost");
    String rpc = (tls ? "https://" : "http://") + (known ? authority.group(1) : "localhost");
    String html =
        page.html()
            .replace(ApiListing.HTTP, http + request.basePath())
            .replace(ApiListing.GRPC, rpc + ":" + page.grpcPort());
    return PageHeaders.START.addTo(HttpResponse.of(200, Site.HTML, html));
  }
}
