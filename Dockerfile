# The four applications; which one is the argument APP: backlog-service, sprint-service,
# feedback-service or gateway. They share the build, so only the first image takes long.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -q -ntp -Dquick -Dmaven.test.skip=true \
        -pl backlog-service,sprint-service,feedback-service,gateway -am package

FROM eclipse-temurin:25-jre
ARG APP
WORKDIR /steward
# From what changes seldom to what always changes, so that an update pulls little.
COPY --from=build /source/${APP}/target/quarkus-app/lib/ lib/
COPY --from=build /source/${APP}/target/quarkus-app/quarkus/ quarkus/
COPY --from=build /source/${APP}/target/quarkus-app/quarkus-run.jar ./
COPY --from=build /source/${APP}/target/quarkus-app/app/ app/
COPY --chmod=0555 docker/ready /usr/local/bin/ready

# Nobody in particular, by number: Kubernetes checks that it is not root.
USER 1001:1001

# Half of the memory for the heap; the rest is for threads, buffers and the code itself.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50"

HEALTHCHECK --interval=5s --timeout=3s --start-period=180s --retries=6 CMD ["ready"]

# A small young generation and a heap that shrinks again: what is not needed goes back.
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED", \
    "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", "-Xms64m", "-Xmn32m", \
    "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40", "-XX:TrimNativeHeapInterval=5000", \
    "-jar", "quarkus-run.jar"]
