"""Calls rpcs with grpcio and the messages that protoc --python_out made.

grpc_call.py GENERATED ADDRESS
"""

import importlib
import sys

import grpc

sys.path.insert(0, sys.argv[1])
messages = importlib.import_module("acme.museum.v1.museum_service_pb2")
exhibits = importlib.import_module("acme.museum.v1.exhibit_pb2")
SERVICE = "/acme.museum.v1.MuseumService/"

with grpc.insecure_channel(sys.argv[2]) as channel:
    echo = channel.unary_unary(
        SERVICE + "FindSame",
        request_serializer=messages.FindSameRequest.SerializeToString,
        response_deserializer=messages.FindSameResponse.FromString,
    )
    sent = exhibits.Exhibit(name="Größe 東京", number=-(2**63), left=-7, weight=0.5)
    sent.made_at.FromJsonString("2026-02-01T10:15:30.123456789Z")
    sent.labels["ä"] = "ß"
    sent.parts.add(name="part").made_at.FromJsonString("0001-01-01T00:00:00Z")
    print(echo(messages.FindSameRequest(exhibit=sent)).result == sent)

    add = channel.stream_unary(
        SERVICE + "AddNumbers",
        request_serializer=messages.AddNumbersRequest.SerializeToString,
        response_deserializer=messages.AddNumbersResponse.FromString,
    )
    print(add(messages.AddNumbersRequest(numbers=n) for n in range(5)).result)

    double = channel.stream_stream(
        SERVICE + "Doubles",
        request_serializer=messages.DoublesRequest.SerializeToString,
        response_deserializer=messages.DoublesResponse.FromString,
    )
    print([each.result for each in double(messages.DoublesRequest(numbers=n) for n in range(3))])

    try:
        echo(messages.FindSameRequest())
    except grpc.RpcError as error:
        print(error.code().name, error.details())
