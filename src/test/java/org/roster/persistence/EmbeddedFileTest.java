package org.roster.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFileTest {

    @Test
    void aFileHasSpaceWhereItsDiskHas(@TempDir Path folder) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("a/roster"), "roster", "")) {
            assertThat(EmbeddedFile.of(connection).hasSpace()).isTrue();
        }
    }

    @Test
    void inMemoryThereIsAlwaysSpace() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:mem:space", "roster", "")) {
            var file = EmbeddedFile.of(connection);

            assertThat(file).isNotSameAs(EmbeddedFile.NONE);
            assertThat(file.hasSpace()).isTrue();
        }
    }

    @Test
    void theFileOfAnotherProcessIsNone(@TempDir Path folder) throws SQLException {
        var server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (var connection = DriverManager.getConnection(
                "jdbc:h2:tcp://localhost:" + server.getPort() + "/" + folder.resolve("roster"), "roster", "")) {
            assertThat(EmbeddedFile.of(connection)).isSameAs(EmbeddedFile.NONE);
        } finally {
            server.stop();
        }
    }
}
