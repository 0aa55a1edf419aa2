# Build: the jar and its libraries.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
RUN mvn -B -q dependency:go-offline || true
COPY . .
RUN mvn -B -q -DskipTests package

# Run: a JRE, the adapter, and a home like this repository's folder.
# Mount your own config/, mappings/ and routes/sources/ over those here; drivers go into lib/.
FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 adapter \
 && useradd --uid 10001 --gid adapter --no-create-home --home-dir /home/adapter --shell /usr/sbin/nologin adapter \
 && mkdir -p /home/adapter/data /home/adapter/drop /home/adapter/dead-letters \
 && chown -R adapter:adapter /home/adapter
COPY --from=build /build/target/nexway-dmp-adapter.jar /opt/adapter/
COPY --from=build /build/target/lib /opt/adapter/lib
COPY --chown=adapter:adapter routes   /home/adapter/routes
COPY --chown=adapter:adapter mappings /home/adapter/mappings
COPY --chown=adapter:adapter config   /home/adapter/config
USER adapter
WORKDIR /home/adapter
# In a container the ports are reached from outside it; what may reach them is the network's rule.
ENV LC_ALL=C.UTF-8 ADAPTER_HOME=/home/adapter OPERATIONS_HOST=0.0.0.0 OPERATIONS_PORT=8080 WEBHOOKS_HOST=0.0.0.0 WEBHOOKS_PORT=8081
EXPOSE 8080 8081
# Mount these three: what was accepted, what is to be read, what must be mended. A folder of the
# host must belong to user 10001.
VOLUME ["/home/adapter/data", "/home/adapter/drop", "/home/adapter/dead-letters"]
# The image has no curl; bash opens the connection by itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$OPERATIONS_PORT && printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
# When its memory ends, it ends with 3: docker run --restart on-failure.
# A stop waits up to 30 s for what is in flight: docker stop --time 40.
STOPSIGNAL SIGTERM
# Ten requests a second need neither the second compiler nor a second collector; without them it is smaller.
ENTRYPOINT ["java", "-Xms128m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-jar", "/opt/adapter/nexway-dmp-adapter.jar"]
CMD ["run"]
