package com.nexway.dmp.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.delivery.Answer;
import com.nexway.dmp.adapter.delivery.AnswerLog;
import com.nexway.dmp.adapter.delivery.Answers;
import com.nexway.dmp.adapter.delivery.Meaning;
import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.testing.Keytool;
import com.nexway.dmp.adapter.testing.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void a_server_that_asks_for_a_certificate_refuses_the_secure_connection(String protocol)
      throws Exception {
    Path right = Keytool.certificate(home.resolve("right.p12"), "dmp", "-validity", "2");
    SSLServerSocket asking = Keytool.listening(right);
    asking.setNeedClientAuth(true);
    asking.setEnabledProtocols(new String[] {protocol});
    server = new RawServer(asking, TAKEN);
    wire = new Wire("https://localhost:" + server.port() + "/").trusting(right);

    Answer answer = wire.answer("1");

    Answers answers = new Answers(Clock.systemUTC(), wire, new AnswerLog(System::nanoTime));
    Entry entry =
        new Entry(1, "shop", "1", "1", "order", 1, Earlier.NONE, false, 1, new byte[] {1});
    assertThat(answers.read(entry, answer)).isInstanceOf(Meaning.NoAccess.class);
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
