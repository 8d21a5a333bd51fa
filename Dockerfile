# Roster in a container:
#
#   docker build -t roster .
#   docker run -p 9080:9080 -v roster-data:/data roster
#
# With MariaDB, and without a volume: -e ROSTER_DB_URL=jdbc:mariadb://host/roster?useServerPrepStmts=true&cachePrepStmts=true
# -e ROSTER_DB_USER=... -e ROSTER_DB_PASSWORD=... -e ROSTER_SECRETS_KEY=... (all settings: README.md).

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
# Tests have their own place (.ci/run). target/server is then a whole server folder.
RUN mvn -B -ntp -DskipTests package liberty:install-server
# Only the parts of Open Liberty that Roster's feature list names: a third of the size, and less to patch.
# The random password is that of the key store which a container makes for itself at its first start.
RUN mkdir -p .liberty/wlp/usr/servers && cp -r target/server .liberty/wlp/usr/servers/roster \
 && .liberty/wlp/bin/server package roster --include=minify --archive=/build/roster.zip \
 && mkdir /opt/roster && cd /opt/roster && jar xf /build/roster.zip && chmod +x wlp/bin/server \
 && echo "keystore_password=$(head -c 24 /dev/urandom | base64)" > wlp/usr/servers/roster/server.env

# A moving tag on purpose: it brings the fixes of the JRE and of the system below it.
FROM eclipse-temurin:17-jre
# Program and configuration belong to root and are only read; what the server writes goes to these two folders.
RUN groupadd --gid 10001 roster \
 && useradd --uid 10001 --gid roster --no-create-home --shell /usr/sbin/nologin roster \
 && install -d -o roster -g roster -m 750 /data /var/roster
COPY --from=build /opt/roster/wlp /opt/roster

ENV WLP_OUTPUT_DIR=/var/roster \
    ROSTER_DATA_DIR=/data \
    ROSTER_HTTP_PORT=9080 \
    ROSTER_HTTPS_PORT=9443
EXPOSE 9080 9443
VOLUME /data
USER 10001:10001

# bash speaks HTTP by itself: nothing has to be installed for it. Health may have a port of its own.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD ["bash", "-c", "host=${ROSTER_MANAGEMENT_HOST:-*}; port=${ROSTER_MANAGEMENT_PORT:-none}; [ $port = none ] && port=$ROSTER_HTTP_PORT && host=127.0.0.1; [ \"$host\" = '*' ] && host=127.0.0.1; exec 3<>/dev/tcp/$host/$port && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

ENTRYPOINT ["/opt/roster/bin/server", "run", "roster"]
