package com.nexway.dmp.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.delivery.Answer;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.testing.Keytool;
import com.nexway.dmp.adapter.testing.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords and certificates that are mended while the adapter runs. */
final class SecretsOnTheWireTest {
  private static final String TAKEN = "HTTP/1.1 204 No Content\r\n\r\n";
  private static final String REFUSED = "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n";

  @TempDir Path home;
  private RawServer server;
  private Wire wire;

  @AfterEach
  void stop() throws IOException {
    wire.close();
    server.close();
  }

  @Test
  void a_password_file_is_read_again_after_a_refusal() throws Exception {
    Path file = Files.writeString(home.resolve("secret"), "old\n");
    AdapterSettings settings =
        SettingsFile.read(
                new Home(home), Map.of("DMP_PASSWORD_FILE", file.toString()), new ArrayList<>())
            .orElseThrow();
    String mended = "Authorization: Basic " + base64("me:new");
    server =
        RawServer.by(
            (number, to) ->
                to.write(
                    (server.requests().get(number - 1).contains(mended) ? TAKEN : REFUSED)
                        .getBytes(StandardCharsets.US_ASCII)));
    wire = new Wire("http://127.0.0.1:" + server.port() + "/").password(settings.dmp().password());
    assertThat(status(wire.answer("1"))).isEqualTo(401);
    assertThat(server.requests().get(0)).contains("Authorization: Basic " + base64("me:old"));

    assertThat(status(wire.answer("2"))).isEqualTo(401);
    Files.writeString(file, "new\n");

    assertThat(status(wire.answer("3"))).isEqualTo(204);
    Files.delete(file);
    assertThat(status(wire.answer("4"))).isEqualTo(204);
  }

  @Test
  void a_truststore_is_read_again_after_a_refusal() throws Exception {
    Path other = Keytool.certificate(home.resolve("other.p12"), "other", "-validity", "2");
    Path right = Keytool.certificate(home.resolve("right.p12"), "dmp", "-validity", "2");
    Path trusted = Files.copy(other, home.resolve("trusted.p12"));
    server = new RawServer(Keytool.listening(right), TAKEN);
    wire = new Wire("https://localhost:" + server.port() + "/").trusting(trusted);
    assertThat(failure(wire.answer("1"))).isInstanceOf(SSLException.class);

    Files.write(trusted, Files.readAllBytes(right));

    assertThat(status(wire.answer("2"))).isEqualTo(204);
  }

  private static String base64(String login) {
    return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private static int status(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Given.class);
    return ((Answer.Given) answer).status();
  }

  private static Throwable failure(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.None.class);
    assertThat(((Answer.None) answer).written()).isFalse();
    return ((Answer.None) answer).failure();
  }
}
