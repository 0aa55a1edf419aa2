package com.nexway.dmp.adapter.client;

import com.nexway.dmp.adapter.settings.DmpSettings;
import com.nexway.dmp.adapter.value.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicHttpRequest;

/**
 * As whom events are sent, with the passwords as they stand in their files now. They are sent with
 * the first request already: no request is spent on asking. They stand in headers, not in a URI.
 *
 * @param request the head that all requests share
 * @param proxy the merchant's proxy, where it asks for a password
 */
record Login(HttpRequest request, Optional<AtProxy> proxy) {
  /** The password for the proxy, which the DMP never sees. */
  record AtProxy(HttpHost host, UsernamePasswordCredentials credentials) {}

  static Login now(DmpSettings dmp, HttpHost target) {
    String path = dmp.url().getRawPath();
    BasicHttpRequest request =
        new BasicHttpRequest(Method.POST, target, path == null || path.isEmpty() ? "/" : path);
    if (dmp.hasCredentials()) {
      request.addHeader(HttpHeaders.AUTHORIZATION, basic(dmp.username(), dmp.password().now()));
    }
    return new Login(
        request, dmp.proxy().filter(proxy -> !proxy.username().isEmpty()).map(Login::atProxy));
  }

  private static AtProxy atProxy(DmpSettings.Proxy proxy) {
    return new AtProxy(
        HttpHost.create(proxy.url()),
        new UsernamePasswordCredentials(
            proxy.username(), proxy.password().now().reveal().toCharArray()));
  }

  private static String basic(String user, Secret password) {
    String login = user + ":" + password.reveal();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /** Lets a request log in at the proxy. */
  void into(HttpClientContext context) {
    proxy.ifPresent(
        at -> {
          BasicScheme scheme = new BasicScheme();
          scheme.initPreemptive(at.credentials);
          context.resetAuthExchange(at.host, scheme);
        });
  }
}
