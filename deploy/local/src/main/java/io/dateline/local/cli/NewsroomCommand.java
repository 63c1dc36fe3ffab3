package io.dateline.local.cli;

import io.dateline.local.newsroom.NewsroomServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The sample newsroom as a process of its own. */
@Command(name = "newsroom", description = "Serves the sample feeds on 127.0.0.1.")
final class NewsroomCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Option(names = "--folder", required = true, description = "For what was published when.")
    private Path folder;

    @Option(names = "--port", required = true, description = "Where to listen.")
    private int port;

    @Override
    public Integer call() throws InterruptedException {
        NewsroomServer server = NewsroomServer.start(folder, port, InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close"));
        System.out.println("the sample newsroom listens on " + server.site());
        new CountDownLatch(1).await();
        return 0;
    }
}
