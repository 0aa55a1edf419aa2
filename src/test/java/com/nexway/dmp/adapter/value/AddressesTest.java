package com.nexway.dmp.adapter.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.nexway.store/event",
        "http://localhost:8099/event",
        "http://127.0.0.1/event",
        "http://[::1]:8099/event"
      })
  void events_go_out_encrypted_or_stay_on_this_machine(String url) {
    assertThat(Addresses.dmp().read(List.of(url))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.nexway.store/event",
        "http://127.0.0.1.example.com/event",
        "http://localhost.example.com/event",
        "http://10.0.0.1/event",
        "http://0.0.0.0/event",
        "ftp://localhost/event",
        "https://user:word@api.nexway.store/event",
        "https://api.nexway.store/event#part",
        "https://api.nexway.store/event?shop=1",
        "api.nexway.store/event",
        "https:///event",
        "https://api.nexway.store:0/event",
        "https://api.nexway.store:65536/event",
        "https://exa mple/event"
      })
  void events_go_nowhere_else(String url) {
    assertThat(Addresses.dmp().read(List.of(url))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h/d?user=me&password=x",
        "jdbc:sqlserver://h;databaseName=d;user=me;password=x",
        "jdbc:mariadb://me:x@h/d",
        "mariadb://h/d",
        "jdbc:"
      })
  void a_database_address_holds_no_login(String url) {
    assertThat(Addresses.database().read(List.of(url))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h/d?ApplicationName=x",
        "jdbc:sqlserver://h;databaseName=d",
        "jdbc:mariadb://h:3306/d",
        "jdbc:mysql://h/d",
        "jdbc:h2:file:/shop"
      })
  void a_database_address_is_any_of_jdbc(String url) {
    assertThat(Addresses.database().read(List.of(url))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:./outbox",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:",
        "jdbc:sqlite:data/outbox.db?synchronous=OFF",
        "jdbc:postgresql:adapter",
        "jdbc:postgresql://h/d?user=me"
      })
  void an_outbox_that_could_lose_events_is_refused(String url) {
    assertThat(Addresses.outbox().read(List.of(url))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "172.17.0.1, true",
    "172.16.0.0/12, true",
    "::1, true",
    "fd00::/8, true",
    "2001:db8:0:0:0:0:0:1/128, true",
    "172.17.0, false",
    "256.1.1.1, false",
    "10.0.0.0/33, false",
    "10.0.0.1., false",
    "proxy, false",
    "fd00/8, false",
    "1:2, false",
    "'', false"
  })
  void a_network_is_an_address_and_the_bits_that_count(String text, boolean isNetwork) {
    assertThat(Addresses.isNetwork(text)).isEqualTo(isNetwork);
  }
}
