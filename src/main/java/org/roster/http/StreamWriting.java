package org.roster.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.roster.persistence.Connections;

/** Keeps no connection of the database while a stream is written: who takes it slowly would hold it from others. */
@Provider
@Priority(1)
public class StreamWriting implements WriterInterceptor {

    @Inject
    Connections connections;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (context.getEntity() instanceof StreamingOutput) {
            connections.release();
        }
        context.proceed();
    }
}
