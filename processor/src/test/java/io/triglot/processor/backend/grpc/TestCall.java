package io.triglot.processor.backend.grpc;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A call whose flow a test controls: it sends and asks for messages one by one. */
final class TestCall extends ClientCall.Listener<DynamicMessage> {
  private final ClientCall<DynamicMessage, DynamicMessage> call;
  private final Descriptor request;
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<Status> end = new LinkedBlockingQueue<>();

  /** Starts a call. */
  TestCall(ClientCall<DynamicMessage, DynamicMessage> call, Descriptor request) {
    this.call = call;
    this.request = request;
    call.start(this, new Metadata());
  }

  ClientCall<DynamicMessage, DynamicMessage> call() {
    return call;
  }

  /** Sends a message in protobuf's text format. */
  void send(String message) {
    call.sendMessage(GrpcFixture.message(request, message));
  }

  /** The next message, once it is there. */
  String next() throws InterruptedException {
    String message = messages.poll(30, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no message; " + end);
    }
    return message;
  }

  /** How the call ended, once it has. */
  String end() throws InterruptedException {
    Status status = end.poll(30, TimeUnit.SECONDS);
    if (status == null) {
      throw new AssertionError("the call does not end");
    }
    String description = status.getDescription();
    return status.getCode() + (description == null ? "" : ": " + description);
  }

  @Override
  public void onMessage(DynamicMessage message) {
    messages.add(GrpcFixture.shown(message));
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    end.add(status);
  }

  /** All messages that came, once the call has ended. */
  List<String> all() {
    return List.copyOf(messages);
  }
}
