# Build: the jar and its libraries.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
RUN mvn -B -q dependency:go-offline || true
COPY . .
RUN mvn -B -q -DskipTests package

# Run: a JRE, the adapter, and the merchant's folder as a volume.
FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /home/adapter adapter \
 && mkdir -p /home/adapter/data /home/adapter/drop /home/adapter/dead-letters \
 && chown -R adapter /home/adapter
COPY --from=build /build/target/nexway-dmp-adapter.jar /opt/adapter/
COPY --from=build /build/target/lib /opt/adapter/lib
COPY --chown=adapter routes   /home/adapter/routes
COPY --chown=adapter mappings /home/adapter/mappings
COPY --chown=adapter config   /home/adapter/config
USER adapter
WORKDIR /home/adapter
# In a container the ports are reached from outside it; what may reach them is the network's rule.
ENV ADAPTER_HOME=/home/adapter OPERATIONS_HOST=0.0.0.0 WEBHOOKS_HOST=0.0.0.0
EXPOSE 8080 8081
# Mount these three: what was accepted, what is to be read, what must be mended.
VOLUME ["/home/adapter/data", "/home/adapter/drop", "/home/adapter/dead-letters"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q UP <&3"]
ENTRYPOINT ["java", "-Xmx256m", "-jar", "/opt/adapter/nexway-dmp-adapter.jar"]
CMD ["run"]
