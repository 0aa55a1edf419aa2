package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.Answer;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URI;
import org.apache.camel.Exchange;
import org.apache.camel.component.vertx.http.DefaultVertxHttpBinding;
import org.apache.camel.component.vertx.http.VertxHttpEndpoint;

/**
 * What camel-vertx-http writes and reads: the event's bytes go out through {@link DmpClient}, an
 * {@link Answer} comes back, also where no answer came: that is data, not an exception. Only what
 * is our own fault flies.
 */
final class DmpRequests extends DefaultVertxHttpBinding {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final DmpClient client;

  DmpRequests(DmpClient client) {
    this.client = client;
  }

  @Override
  public HttpRequest<Buffer> prepareHttpRequest(VertxHttpEndpoint endpoint, Exchange exchange) {
    return client.request(HttpMethod.POST, target(endpoint.getConfiguration().getHttpUri()));
  }

  private static RequestOptions target(URI url) {
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    int usual = tls ? HTTPS : HTTP;
    return new RequestOptions()
        .setSsl(tls)
        .setHost(url.getHost())
        .setPort(url.getPort() < 0 ? usual : url.getPort())
        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
  }

  @Override
  public void handleResponse(
      VertxHttpEndpoint endpoint, Exchange exchange, AsyncResult<HttpResponse<Buffer>> response) {
    if (response.cause() instanceof IllegalStateException ours) {
      exchange.setException(ours);
    } else {
      exchange.getMessage().setBody(answer(response));
    }
  }

  private static Answer answer(AsyncResult<HttpResponse<Buffer>> response) {
    return response.succeeded() ? read(response.result()) : Answer.none(response.cause());
  }

  private static Answer read(HttpResponse<Buffer> response) {
    return Answer.of(response.statusCode(), response::getHeader, response.bodyAsString());
  }
}
