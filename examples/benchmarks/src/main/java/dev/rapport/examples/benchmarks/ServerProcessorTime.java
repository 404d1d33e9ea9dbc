package dev.rapport.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Processor time of this process, and of a PostgreSQL server on the same machine with all its processes, in seconds. */
final class ServerProcessorTime {

    private static final double TICKS_A_SECOND = 100;
    private static final Path PROCESSES = Path.of("/proc");

    private final OptionalLong server;

    private ServerProcessorTime(OptionalLong server) {
        this.server = server;
    }

    /** Of this process, and the server of a connection if it is PostgreSQL's. */
    static ServerProcessorTime of(Connection connection) throws SQLException, IOException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return new ServerProcessorTime(OptionalLong.empty());
        }
        try (Statement statement = connection.createStatement();
                ResultSet backend = statement.executeQuery("SELECT pg_backend_pid()")) {
            backend.next();
            return new ServerProcessorTime(OptionalLong.of(Long.parseLong(fields(backend.getLong(1)).get(1))));
        }
    }

    /** Seconds of this process. */
    static double ours() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1e9;
    }

    /** Seconds of the server; 0 where the database works in this process. */
    double ofServer() throws IOException {
        if (server.isEmpty()) {
            return 0;
        }
        List<Long> ids;
        try (Stream<Path> entries = Files.list(PROCESSES)) {
            ids = entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.matches("[0-9]+"))
                    .map(Long::valueOf)
                    .toList();
        }
        double ticks = 0;
        for (long id : ids) {
            List<String> fields = fields(id);
            boolean itself = id == server.getAsLong();
            if (itself || (fields.size() > 1 && fields.get(1).equals(Long.toString(server.getAsLong())))) {
                // Of its own processes that have ended, the server keeps the sum
                for (int field = 11; field < (itself ? 15 : 13); field++) {
                    ticks += Long.parseLong(fields.get(field));
                }
            }
        }
        return ticks / TICKS_A_SECOND;
    }

    /** What Linux tells of a process behind its name: state, parent, ..., from the twelfth on its times. */
    private static List<String> fields(long process) throws IOException {
        try {
            String line = Files.readString(PROCESSES.resolve(Long.toString(process)).resolve("stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
