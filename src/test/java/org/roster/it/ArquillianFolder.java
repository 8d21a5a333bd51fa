package org.roster.it;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The server that Arquillian starts: the same configuration, without the application, which Arquillian deploys itself.
 * Its settings are bootstrap properties, since Arquillian passes on no environment of ours; arquillian.xml refers to the
 * system properties set here.
 */
public final class ArquillianFolder {

    private static boolean laid;

    private ArquillianFolder() {}

    public static synchronized void lay() {
        if (laid) {
            return;
        }
        var user = Folders.work("arquillian");
        // Arquillian refuses to start while it sees a server of the same name anywhere on the machine.
        var name = "in-container-" + ProcessHandle.current().pid();
        var server = Folders.layServer(user, name);
        Folders.delete(server.resolve("apps"));
        Folders.delete(server.resolve("configDropins/defaults/application.xml"));
        Folders.write(
                server.resolve("configDropins/overrides/arquillian.xml"),
                List.of(
                        "<server>",
                        // How Arquillian deploys: a connection to the server, and a folder that it watches.
                        "  <featureManager><feature>localConnector-1.0</feature></featureManager>",
                        "  <applicationMonitor updateTrigger='polled' pollingRate='200ms' dropinsEnabled='true'/>",
                        "</server>"));
        var port = String.valueOf(Folders.freePort());
        var settings = new HashMap<>(Credentials.environment());
        settings.putAll(Database.fresh("arquillian"));
        settings.put("ROSTER_HTTP_PORT", port);
        settings.put("ROSTER_HTTPS_PORT", String.valueOf(Folders.freePort()));
        settings.put("ROSTER_DATA_DIR", user.resolve("data").toString());
        Folders.write(server.resolve("bootstrap.properties"), lines(settings));
        System.setProperty("arquillian.liberty", Folders.liberty().toString());
        System.setProperty("arquillian.server", name);
        System.setProperty("arquillian.user", user.toString());
        System.setProperty("arquillian.port", port);
        laid = true;
    }

    public static File war() {
        return Folders.builtServer().resolve(Path.of("apps", "roster.war")).toFile();
    }

    private static List<String> lines(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue().replace("\\", "\\\\"))
                .sorted()
                .toList();
    }
}
